import { App, Button, Input, Progress } from 'antd';
import { useState } from 'react';
import { api, queries, queryClient } from '../../app/api.ts';
import { isDesktop } from '../../app/connect.ts';
import { closeLibrary, useLive } from '../../app/live.ts';
import { usePreferences } from '../../app/preferences.ts';
import { formatTime } from '../../app/time.ts';
import { useCommand } from '../../app/use-command.ts';
import { type Job, useJob } from '../../app/use-job.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';

/** Backups, verification, what was found damaged, and the way to another library. */
export function SafetyTab() {
  const { library } = useLive();
  const close = useCommand(closeLibrary);
  if (!library) return null;
  return (
    <div className="settings-stack">
      <Backup />
      <Verify />
      <section className="card">
        <h2>发现的损坏</h2>
        {library.damage.length === 0 ? (
          <p className="quiet">打开时逐条核对过，没有发现损坏。</p>
        ) : (
          <ul className="settings-list">
            {library.damage.map((report) => (
              <li key={`${report.file}/${report.at}`}>
                <span className="tag" data-tone={report.mended ? 'good' : 'late'}>
                  {report.mended ? '已修复' : '未修复'}
                </span>
                <div>
                  <p>{report.message}</p>
                  <p className="quiet small">
                    {report.file} · {formatTime(report.at)}
                    {report.setAside && ` · 损坏的原件留在 ${report.setAside}`}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="card">
        <h2>换一个资料库</h2>
        <p className="quiet">
          当前：{library.name}（{library.path}）。关闭后回到开始页，可以新建或打开别的资料库。
        </p>
        <RefusalNote refusal={close.refusal} />
        <Button loading={close.saving} onClick={() => void close.run(undefined)}>
          关闭资料库
        </Button>
      </section>
    </div>
  );
}

function Backup() {
  const { library } = useLive();
  const { preferences, change } = usePreferences();
  const { message } = App.useApp();
  const [folder, setFolder] = useState(preferences.backupFolder ?? '');
  const job = useJob(api.library.backup);
  const run = async () => {
    const done = await job.run(folder.trim() ? { folder: folder.trim() } : {});
    if (!done) return;
    // A backup is no change of the library, so the watch does not tell of it.
    await queryClient.invalidateQueries({ queryKey: queries.library.status.key() });
    message.success('备份完成，已打开核对。');
    if (folder.trim()) await change({ backupFolder: folder.trim() }).catch(() => undefined);
  };
  const pick = async () => {
    const { path } = await api.files.pickFolder({ title: '备份放在哪个文件夹' }).catch(() => ({ path: undefined }));
    if (path) setFolder(path);
  };
  return (
    <section className="card">
      <h2>备份</h2>
      <p className="quiet">
        {library?.lastBackup
          ? `上次备份：${formatTime(library.lastBackup.at)}，在 ${library.lastBackup.path}，已打开核对。`
          : '本次打开后还没有备份。'}
        备份是完整的一份，做完会打开核对，核对一致才算成功；它本身就是一个资料库，可以直接打开。
      </p>
      <div className="settings-row">
        <Input
          aria-label="备份放在"
          placeholder="放在资料库旁边（最好另选一块硬盘）"
          value={folder}
          readOnly={isDesktop}
          onChange={(event) => setFolder(event.target.value)}
        />
        {isDesktop && <Button onClick={() => void pick()}>选择文件夹…</Button>}
        <Button type="primary" disabled={job.running} onClick={() => void run()}>
          现在备份
        </Button>
      </div>
      <JobState job={job} />
      {job.result && (
        <p role="status" className="settings-good">
          ✓ 已备份并核对 {job.result.records} 条记录，在 {job.result.path}
        </p>
      )}
    </section>
  );
}

function Verify() {
  const job = useJob(api.library.verify);
  const { result } = job;
  return (
    <section className="card">
      <h2>核验</h2>
      <p className="quiet">把每一笔流水、每一条记录、每一个附件从头核对一遍。不改动任何内容。</p>
      <Button disabled={job.running} onClick={() => void job.run({})}>
        开始核验
      </Button>
      <JobState job={job} />
      {result && (
        <div role="status" className={result.ok ? 'settings-good' : 'settings-bad'}>
          {result.ok ? '✓ 全部一致' : `✗ 发现 ${result.problems.length} 处问题`}：{result.transactions} 笔流水、
          {result.records} 条记录、{result.attachments} 个附件
          <ul>
            {result.problems.map((problem) => (
              <li key={`${problem.file}/${problem.message}`}>
                {problem.file}：{problem.message}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function JobState<Input, Result>({ job }: { readonly job: Job<Input, Result> }) {
  if (!job.running) return <RefusalNote refusal={job.refusal} />;
  const { done = 0, total = 0, label = '正在准备…' } = job.progress ?? {};
  return (
    <div className="settings-row">
      <Progress
        percent={total > 0 ? Math.floor((done / total) * 100) : 0}
        status="active"
        aria-label={label}
        className="settings-progress"
      />
      <span className="quiet small">{label}</span>
      <Button onClick={job.cancel}>取消</Button>
    </div>
  );
}
