import { Button, Spin } from 'antd';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { isDesktop } from '../../app/connect.ts';
import { explain, type Refusal } from '../../app/errors.ts';
import { enterLibrary } from '../../app/live.ts';
import { usePreferences } from '../../app/preferences.ts';
import { formatTime } from '../../app/time.ts';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { nextStep } from './next-step.ts';
import { PathForm } from './PathForm.tsx';
import './start.css';

type Wish = 'sample' | 'create' | 'open';

/** The first thing a clerk sees: open the sample, make a library, open one; and the ones worked in lately. */
export function StartPage({ lost }: { readonly lost: boolean }) {
  const { preferences } = usePreferences();
  const [wish, setWish] = useState<Wish>();
  const [busy, setBusy] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();
  const recent = preferences.recentLibraries ?? [];

  const attempt = async (words: string, work: () => ReturnType<typeof api.library.open>) => {
    setBusy(words);
    setRefusal(undefined);
    try {
      enterLibrary(await work());
    } catch (error) {
      setRefusal(explain(error));
      setBusy(undefined);
    }
  };
  const open = (path: string) => attempt('正在打开资料库…', () => api.library.open({ path }));
  const create = (path: string, name: string | undefined) =>
    attempt('正在新建资料库…', () => api.library.create({ path, ...(name ? { name } : {}) }));
  const sample = () =>
    attempt('正在准备样例资料库，约需几秒…', async () => {
      const { path } = await api.library.suggestPath({ sample: true });
      return api.library.create({ path, sample: true });
    });

  const choose = async (next: Wish) => {
    setRefusal(undefined);
    if (next !== 'open' || !isDesktop) return setWish(next);
    try {
      const { path } = await api.files.pickFolder({ title: '选择资料库所在的文件夹' });
      if (path) await open(path);
    } catch (error) {
      setRefusal(explain(error));
    }
  };

  return (
    <main className="start" aria-busy={busy !== undefined}>
      <div className="start-sheet">
        <h1>政协案头</h1>
        <p className="quiet">资料都存在本机的一个文件夹里，不联网。先打开一个资料库。</p>
        {lost && <RefusalNote refusal={explain(undefined)} />}
        <RefusalNote refusal={refusal} onClose={() => setRefusal(undefined)} />
        {refusal && nextStep(refusal.code) && <p className="small quiet">{nextStep(refusal.code)}</p>}
        {busy ? (
          <p className="start-busy" role="status">
            <Spin size="small" /> {busy}
          </p>
        ) : (
          <>
            <ul className="start-choices">
              <Choice
                title="打开样例资料库"
                text="编造的“示例区政协”：180 名委员、一年的会议、30 篇资料、一部书稿。随便试，不怕改坏。"
                verb="打开样例"
                onPress={() => void sample()}
              />
              <Choice
                title="新建资料库"
                text="从空白开始。建好后先填单位名称和本届，再从 Excel 导入委员名册。"
                verb="新建…"
                primary
                onPress={() => void choose('create')}
              />
              <Choice
                title="打开已有资料库"
                text="资料库是一个文件夹，可以在本机、移动硬盘或从别的电脑拷来。"
                verb="选择…"
                onPress={() => void choose('open')}
              />
            </ul>
            {wish === 'create' && <PathForm purpose="create" onDone={create} onCancel={() => setWish(undefined)} />}
            {wish === 'open' && <PathForm purpose="open" onDone={open} onCancel={() => setWish(undefined)} />}
            {recent.length > 0 && (
              <section className="start-recent">
                <h2>最近打开的</h2>
                <ul>
                  {recent.map((library) => (
                    <li key={library.path}>
                      <button type="button" className="plain-button" onClick={() => void open(library.path)}>
                        {library.name}
                      </button>
                      <span className="quiet small clip" title={library.path}>
                        {library.path}
                      </span>
                      <span className="quiet small start-when">{formatTime(library.openedAt)}</span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </div>
    </main>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly text: string;
  readonly verb: string;
  readonly primary?: boolean;
  readonly onPress: () => void;
}

function Choice({ title, text, verb, primary, onPress }: ChoiceProps) {
  return (
    <li className="card">
      <h2>{title}</h2>
      <p className="quiet">{text}</p>
      <Button type={primary ? 'primary' : 'default'} onClick={onPress} aria-label={`${verb}：${title}`}>
        {verb}
      </Button>
    </li>
  );
}
