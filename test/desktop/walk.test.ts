import { describeWholeJob } from './whole-job.ts';

describeWholeJob('桌面程序：从新建资料库到出纪要');
