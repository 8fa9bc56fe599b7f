import { z } from 'zod';

export const officeSettings = z.object({
  fullName: z.string().max(100),
  shortName: z.string().max(60),
  code: z.string().max(30),
  issuer: z.string().max(100),
  fonts: z.object({
    body: z.string().optional(),
    title: z.string().optional(),
    heading: z.string().optional(),
    kai: z.string().optional(),
  }),
  briefingReceivers: z.array(z.object({ label: z.string().max(10), text: z.string().max(500) })).max(10),
});

export const enumeration = z.object({
  id: z.string(),
  label: z.string(),
  values: z.array(
    z.object({
      value: z.string().min(1, { error: '选项不能为空' }).max(60),
      note: z.string().optional(),
      retired: z.boolean().optional(),
      group: z.string().optional(),
      aliases: z.array(z.string()).optional(),
      /** A rule of the program relies on this word: it can be neither renamed nor taken away. */
      fixed: z.boolean().optional(),
    }),
  ),
});

export const preferences = z.object({
  /** Who is working: written into every change. */
  operator: z.string().max(40).optional(),
  scale: z.enum(['standard', 'large', 'extraLarge']).optional(),
  recentLibraries: z.array(z.object({ path: z.string(), name: z.string(), openedAt: z.string() })).optional(),
  recentRecords: z.array(z.object({ kind: z.string(), id: z.string(), at: z.string() })).optional(),
  recentSearches: z.array(z.string()).optional(),
  backupFolder: z.string().optional(),
  /** Columns of a list as this machine last had them, by kind. */
  layouts: z.record(z.string(), z.array(z.object({ field: z.string(), width: z.number().optional() }))).optional(),
  /** Groups of the navigation the clerk folded (true) or unfolded, by label. */
  foldedGroups: z.record(z.string(), z.boolean()).optional(),
});

export const finding = z.object({
  severity: z.enum(['error', 'warning', 'hint']),
  message: z.string(),
  block: z.number().optional(),
  cell: z.object({ row: z.number(), cell: z.number() }).optional(),
  part: z.string().optional(),
  range: z.tuple([z.number(), z.number()]).optional(),
  rule: z.string().optional(),
  replacement: z.string().optional(),
  source: z
    .object({
      kind: z.string(),
      id: z.string(),
      field: z.string().optional(),
      figure: z.string().optional(),
      rev: z.number().optional(),
    })
    .optional(),
});
