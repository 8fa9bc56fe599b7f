import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { App as AntApp, ConfigProvider } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect, useMemo } from 'react';
import { queryClient } from './api.ts';
import { usePreferences } from './preferences.ts';
import { router } from './routes.tsx';
import { themeFor } from './theme.ts';

dayjs.locale('zh-cn');

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Themed />
    </QueryClientProvider>
  );
}

function Themed() {
  const { preferences } = usePreferences();
  const scale = preferences.scale ?? 'standard';
  const theme = useMemo(() => themeFor(scale), [scale]);
  useEffect(() => {
    document.documentElement.dataset.scale = scale;
  }, [scale]);
  return (
    <ConfigProvider {...theme}>
      <AntApp message={{ maxCount: 3 }} style={{ height: '100%' }}>
        <RouterProvider router={router} />
      </AntApp>
    </ConfigProvider>
  );
}
