/** Lists, sheets for update and templates as .xlsx: see each file. Inside the folder the files import each other. */
export { writeChartBook } from './chart-book.ts';
export { describeConditions } from './conditions.ts';
export { type BookFigure, type FigureBook, writeFigureBook } from './figure-book.ts';
export { type ListBook, writeListBook } from './list-book.ts';
export { mapPaced, type Pace } from './pace.ts';
export { type RegisterBook, type RegisterLine, writeRegisterBook } from './register-book.ts';
export { type TemplateBook, writeTemplate } from './template.ts';
export { type FillColumn, type UpdateBook, writeUpdateBook } from './update-book.ts';
