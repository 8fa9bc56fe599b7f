import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { api, queries } from '../../app/api.ts';
import { explain } from '../../app/errors.ts';
import { RouteLoading } from '../../app/RouteStates.tsx';
import { useCommand } from '../../app/use-command.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { RefusalNote } from '../../ui/RefusalNote.tsx';
import { useUnsavedGuard } from '../../ui/use-unsaved-guard.tsx';
import { YearPick } from '../../ui/YearPick.tsx';
import { AdoptDialog } from './AdoptDialog.tsx';
import { Moves } from './Moves.tsx';
import { SchemeForm } from './SchemeForm.tsx';
import { type Scheme, type SchemeList, STATUS_WORDS } from './types.ts';
import '../../records/work-figures.css';
import './scores.css';
import './scheme.css';

/** A scheme in a form: change a rule, see who moves and why, and only then put it in force. */
export function SchemePage() {
  const { scheme: id } = useParams({ from: '/results/schemes/$scheme' });
  const search = useSearch({ from: '/results/schemes/$scheme' });
  const year = search.year ?? new Date().getFullYear();
  const asked = search.version;
  const query = useQuery(
    queries.scores.scheme.queryOptions({
      input: { scheme: id, year, ...(asked === undefined ? {} : { version: asked }) },
    }),
  );
  const list = useQuery(queries.scores.schemes.queryOptions({ input: { year }, placeholderData: (before) => before }));
  if (query.isPending || list.isPending) return <RouteLoading />;
  const known = list.data?.schemes.find((one) => one.id === id);
  if (!query.data || !known) {
    return (
      <PageFrame title="计分方案">
        <EmptyState title="打不开这个方案" verbs={<Link to="/results/scores">回到履职计分</Link>}>
          {explain(query.error ?? list.error).message}
        </EmptyState>
      </PageFrame>
    );
  }
  const { scheme, words } = query.data;
  // A version that was saved again is another text: the form begins with it.
  return (
    <SchemeDesk
      key={`${scheme.id}/${scheme.version}/${JSON.stringify(scheme).length}`}
      saved={scheme}
      words={words}
      known={known}
      year={year}
    />
  );
}

interface SchemeDeskProps {
  readonly saved: Scheme;
  readonly words: Readonly<Record<string, string>>;
  readonly known: SchemeList[number];
  readonly year: number;
}

function SchemeDesk({ saved, words, known, year }: SchemeDeskProps) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [scheme, setScheme] = useState<Scheme>(saved);
  const [adopting, setAdopting] = useState(false);
  const changed = JSON.stringify(scheme) !== JSON.stringify(saved);
  const go = (next: { year?: number; version?: number | undefined }) =>
    void navigate({
      to: '/results/schemes/$scheme',
      params: { scheme: saved.id },
      search: { year, version: saved.version, ...next },
      replace: true,
    });
  const store = async () => {
    const done = await api.scores.saveScheme({ scheme: given(scheme) });
    return done.version;
  };
  const save = useCommand(async () => {
    const version = await store();
    guard.release();
    message.success(`已存成第 ${version} 版草稿，还没有施行。可按 Ctrl+Z 撤销。`);
    go({ version });
    return version;
  });
  const trial = useCommand(async () =>
    api.scores.whatIf({
      scheme: given(scheme),
      year,
      ...(known.inForce === undefined ? {} : { version: known.inForce }),
    }),
  );
  const [found, setFound] = useState<{
    readonly moves: Awaited<ReturnType<typeof api.scores.whatIf>>;
    readonly of: Scheme;
  }>();
  const guard = useUnsavedGuard(changed, { save: async () => (await save.run(undefined)) !== undefined });
  const tryOut = async () => {
    const moves = await trial.run(undefined);
    if (moves) setFound({ moves, of: scheme });
  };
  const isDraft = saved.status === 'draft';
  return (
    <PageFrame
      fixed
      title={scheme.label}
      sub={`第 ${saved.version} 版 · ${STATUS_WORDS[saved.status]}${saved.status === 'inForce' ? `，${saved.fromYear} 年起` : ''}`}
      verbs={
        <>
          <Link to="/results/scores" search={{ scheme: saved.id, year }}>
            <Button tabIndex={-1}>回排名</Button>
          </Link>
          <Button disabled={!changed} onClick={() => setScheme(saved)}>
            恢复
          </Button>
          <Button disabled={!changed} loading={save.saving} onClick={() => void save.run(undefined)}>
            存为草稿
          </Button>
          <Button loading={trial.saving} onClick={() => void tryOut()}>
            推演
          </Button>
          <Button type="primary" disabled={!changed && !isDraft} onClick={() => setAdopting(true)}>
            施行
          </Button>
        </>
      }
      bar={
        <>
          <YearPick year={year} onChange={(next) => go({ year: next })} />
          <Select
            aria-label="哪一版"
            className="score-version"
            popupMatchSelectWidth={false}
            value={saved.version}
            options={known.versions.map(({ version, status, fromYear }) => ({
              value: version,
              label: `第 ${version} 版，${status === 'inForce' ? `${fromYear} 年起施行` : STATUS_WORDS[status]}`,
            }))}
            onChange={(version: number) => go({ version })}
          />
          <span className="quiet small">
            {changed ? '改过，还没有存。' : ''}
            {known.inForce === undefined ? `${year} 年没有施行的版本` : `${year} 年施行的是第 ${known.inForce} 版`}
            。改分值、封顶、条件，按“推演”看谁变、为什么变。
          </span>
        </>
      }
    >
      <RefusalNote
        refusal={save.refusal ?? trial.refusal}
        onClose={() => (save.refusal ? save.reset() : trial.reset())}
      />
      <div className="scheme-desk">
        <SchemeForm scheme={scheme} words={words} onChange={setScheme} />
        <Moves
          found={found?.moves}
          stale={found !== undefined && found.of !== scheme}
          year={year}
          scheme={scheme}
          busy={trial.saving}
        />
      </div>
      {adopting && (
        <AdoptDialog
          scheme={scheme}
          year={year}
          version={changed ? undefined : saved.version}
          store={store}
          onClose={() => setAdopting(false)}
          onDone={(version) => {
            guard.release();
            setAdopting(false);
            go({ version });
          }}
        />
      )}
    </PageFrame>
  );
}

type Given = Parameters<typeof api.scores.saveScheme>[0]['scheme'];

/** Lists that are read only here are the contract's own. */
const given = (scheme: Scheme): Given => structuredClone(scheme) as Given;
