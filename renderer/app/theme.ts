import type { ConfigProviderProps } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import type { Preferences } from './api.ts';

export type Scale = NonNullable<Preferences['scale']>;

/** 标准, 大, 特大 (适老化: text of 18 px and rows of 44 px from 大 on). */
export const SCALES: Readonly<Record<Scale, { readonly label: string; readonly factor: number }>> = {
  standard: { label: '标准', factor: 1 },
  large: { label: '大', factor: 1.15 },
  extraLarge: { label: '特大', factor: 1.35 },
};

const FACE = '"Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", sans-serif';

/** Colours as in theme.css; kept in both because Ant Design computes shades from them. */
export function themeFor(scale: Scale): ConfigProviderProps {
  const { factor } = SCALES[scale];
  const px = (value: number) => Math.round(value * factor);
  return {
    locale: zhCN,
    button: { autoInsertSpace: false },
    virtual: true,
    theme: {
      token: {
        colorPrimary: '#0b57d0',
        colorLink: '#0b57d0',
        colorError: '#b3261e',
        colorWarning: '#8a5300',
        colorSuccess: '#1a6b3c',
        colorText: '#1f2328',
        colorTextSecondary: '#59636e',
        // Ant Design's own are too pale to be read (2.2 : 1).
        colorTextTertiary: '#59636e',
        colorTextPlaceholder: '#6b7480',
        colorTextDisabled: '#6b7480',
        colorBorder: '#c4ccd5',
        colorBorderSecondary: '#d8dee4',
        colorBgLayout: '#f5f6f8',
        borderRadius: 6,
        fontFamily: FACE,
        fontSize: px(15),
        fontSizeSM: px(13),
        controlHeight: px(34),
        controlHeightSM: px(28),
        motionDurationMid: '0.12s',
        motionDurationSlow: '0.16s',
      },
      components: {
        // Ant Design's own shade under the mouse is too pale to be read (4.3 : 1).
        Button: { defaultHoverColor: '#0a4cb5', defaultHoverBorderColor: '#0b57d0' },
        Tooltip: { colorBgSpotlight: '#1f2328' },
        Tabs: { itemColor: '#1f2328' },
      },
    },
  };
}
