import { z } from 'zod';
import { changed, command, nothing, query } from '../procedure.ts';
import * as s from '../schemas.ts';

export const settings = {
  get: query('资料库设置')
    .input(nothing)
    .output(z.object({ office: s.officeSettings, enumerations: z.array(s.enumeration) })),
  saveOffice: command('修改单位设置', { undoable: true })
    .input(z.object({ office: s.officeSettings }))
    .output(changed),
  /** Renamed values are renamed in every record, in the same change. */
  saveEnumeration: command('修改选项', { undoable: true })
    .input(z.object({ enumeration: s.enumeration, renamed: z.record(z.string(), z.string()).optional() }))
    .output(changed),
  fonts: query('本机字体', { withoutLibrary: true })
    .input(nothing)
    .output(
      z.object({
        installed: z.array(z.string()),
        roles: z.array(
          z.object({ role: z.string(), label: z.string(), wanted: z.string(), used: z.string(), exact: z.boolean() }),
        ),
      }),
    ),
};
