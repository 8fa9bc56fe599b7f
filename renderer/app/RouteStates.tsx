import { Link } from '@tanstack/react-router';
import { Button, Spin } from 'antd';
import { EmptyState } from '../ui/EmptyState.tsx';
import { explain } from './errors.ts';

export function RouteLoading() {
  return (
    <div className="route-state" role="status">
      <Spin />
      <span className="quiet">正在打开…</span>
    </div>
  );
}

export function RouteMissing() {
  return (
    <EmptyState title="没有这一页" verbs={<Link to="/">回首页</Link>}>
      地址可能写错了，或者这一页已经不在。资料没有受影响。
    </EmptyState>
  );
}

/** A page that broke while being drawn: the rest of the program goes on, the library is not touched. */
export function RouteFailed({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  console.error(error);
  const refusal = explain(error);
  return (
    <EmptyState
      title="这一页没能显示"
      verbs={
        <>
          <Button type="primary" onClick={reset}>
            再试一次
          </Button>
          <Link to="/" className="as-button">
            回首页
          </Link>
        </>
      }
    >
      {refusal.code === 'offline' ? '页面出了差错。已保存的内容不受影响，没写完的文字已暂存为草稿。' : refusal.message}
    </EmptyState>
  );
}
