import { Link } from '@tanstack/react-router';

/** A library with nothing in it yet: the way in, in order. */
export function FirstSteps() {
  return (
    <section className="card home-first">
      <h2>先做这几件事</h2>
      <ol>
        <li>
          <Link to="/settings">填写单位名称</Link>
          <span className="quiet">　纪要、简报和名册的抬头都从这里来</span>
        </li>
        <li>
          <Link to="/records/$kind" params={{ kind: 'term' }}>
            核对本届
          </Link>
          <span className="quiet">　委员、界别、专委会都按届存放</span>
        </li>
        <li>
          <Link to="/import" search={{ as: 'member' }}>
            导入委员名册
          </Link>
          <span className="quiet">　Excel 或 WPS 表格，导入前先看一遍，导错了可以一次撤销</span>
        </li>
        <li>
          <Link to="/import" search={{ as: 'material' }}>
            导入资料
          </Link>
          <span className="quiet">　Word、文本、网页文件，原件一并保存，全文可检索</span>
        </li>
      </ol>
    </section>
  );
}
