import { bodyPortrait } from './portraits-body.ts';
import { dashboards } from './portraits-dashboards.ts';
import { memberPortrait } from './portraits-member.ts';
import { savePicture, saveTable } from './portraits-save.ts';

export const portraits = { member: memberPortrait, body: bodyPortrait, dashboards, saveTable, savePicture };
