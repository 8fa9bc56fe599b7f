import { api } from '../../app/api.ts';
import { deliver } from '../../app/deliver.ts';
import { useJob } from '../../app/use-job.ts';

/** 导出 Excel of the figures of a period; in a browser the file goes to its downloads. Resolves with what to tell the clerk. */
export function useFigureExport() {
  const job = useJob(api.figures.export);
  const run = async (period: { from: string; to: string }): Promise<string | undefined> => {
    const made = await job.run(period);
    if (!made?.saved) return undefined;
    if (made.path !== undefined) return `已导出 ${made.rows} 项数字：${made.path}`;
    if (made.handle !== undefined) await deliver((await api.files.take({ handle: made.handle })).file);
    return `已导出 ${made.rows} 项数字：${made.name}，在浏览器的下载文件夹`;
  };
  return { job, run };
}
