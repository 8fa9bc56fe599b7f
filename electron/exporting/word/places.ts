import { BorderStyle } from 'docx';

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** Borders of tables that only hold places. */
export const NO_LINES = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
};
