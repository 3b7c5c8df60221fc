export { type Progress, type ProgressStream, startProgress } from './progress';
export { type TextColumn, textTable } from './text-table';
export { decimalComma, moveGlyph, percent } from './vietnamese-numbers';
