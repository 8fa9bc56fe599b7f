import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { api, queries } from '../../app/api.ts';
import { isDesktop } from '../../app/connect.ts';
import { onKeys } from '../../ui/keys.ts';

interface PathFormProps {
  readonly purpose: 'create' | 'open';
  readonly onDone: (path: string, name: string | undefined) => Promise<void>;
  readonly onCancel: () => void;
}

/** Where the library lies and, for a new one, what it is called. On the desktop the folder is chosen in a dialog. */
export function PathForm({ purpose, onDone, onCancel }: PathFormProps) {
  const creating = purpose === 'create';
  const suggested = useQuery({ ...queries.library.suggestPath.queryOptions({ input: {} }), enabled: creating });
  const [path, setPath] = useState('');
  const [name, setName] = useState('');
  const [touched, setTouched] = useState(false);

  useEffect(() => {
    if (suggested.data && !touched) setPath(suggested.data.path);
  }, [suggested.data, touched]);

  const pick = async () => {
    const picked = await api.files.pickFolder({ title: creating ? '新资料库放在哪个空文件夹里' : '选择资料库' });
    if (picked.path) setPath(picked.path);
    setTouched(true);
  };
  const submit = () => {
    if (path.trim()) void onDone(path.trim(), name.trim() || undefined);
  };
  const keys = onKeys({ enter: submit, escape: onCancel });

  return (
    <section className="card start-form" aria-label={creating ? '新建资料库' : '打开已有资料库'}>
      {creating && (
        <>
          <label htmlFor="library-name">资料库名称</label>
          <Input
            id="library-name"
            autoFocus
            maxLength={60}
            placeholder="例如：示例区政协资料库"
            value={name}
            onChange={(event) => setName(event.target.value)}
            onKeyDown={keys}
          />
        </>
      )}
      <label htmlFor="library-path">{creating ? '放在这个文件夹（空的或还没有的）' : '资料库所在的文件夹'}</label>
      <div className="start-path">
        <Input
          id="library-path"
          autoFocus={!creating}
          value={path}
          readOnly={isDesktop}
          placeholder={creating ? '' : '例如：D:\\政协案头资料库'}
          onChange={(event) => {
            setTouched(true);
            setPath(event.target.value);
          }}
          onKeyDown={keys}
        />
        {isDesktop && <Button onClick={() => void pick()}>选择文件夹…</Button>}
      </div>
      <div className="start-verbs">
        <Button onClick={onCancel}>取消</Button>
        <Button type="primary" disabled={!path.trim()} onClick={submit}>
          {creating ? '新建资料库' : '打开资料库'}
        </Button>
      </div>
    </section>
  );
}
