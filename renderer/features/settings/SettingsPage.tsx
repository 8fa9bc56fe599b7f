import { useNavigate, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { PageFrame } from '../../ui/PageFrame.tsx';
import { AboutTab } from './AboutTab.tsx';
import { DeskTab } from './DeskTab.tsx';
import { EnumerationsTab } from './EnumerationsTab.tsx';
import { FontsTab } from './FontsTab.tsx';
import { OfficeTab } from './OfficeTab.tsx';
import { OperatorsTab } from './OperatorsTab.tsx';
import { PeriodsTab } from './PeriodsTab.tsx';
import { SafetyTab } from './SafetyTab.tsx';
import { SpecialDaysTab } from './SpecialDaysTab.tsx';
import './settings.css';

export function SettingsPage() {
  const { tab } = useSearch({ from: '/settings' });
  const navigate = useNavigate();
  return (
    <PageFrame title="设置">
      <Tabs
        activeKey={tab ?? 'office'}
        destroyOnHidden
        onChange={(key) => void navigate({ to: '/settings', search: { tab: key }, replace: true })}
        items={[
          { key: 'office', label: '单位', children: <OfficeTab /> },
          { key: 'options', label: '选项', children: <EnumerationsTab /> },
          { key: 'periods', label: '期限与编号', children: <PeriodsTab /> },
          { key: 'days', label: '节假日', children: <SpecialDaysTab /> },
          { key: 'operators', label: '经办人与分工', children: <OperatorsTab /> },
          { key: 'fonts', label: '字体', children: <FontsTab /> },
          { key: 'desk', label: '字号与署名', children: <DeskTab /> },
          { key: 'safety', label: '备份与核验', children: <SafetyTab /> },
          { key: 'about', label: '关于', children: <AboutTab /> },
        ]}
      />
    </PageFrame>
  );
}
