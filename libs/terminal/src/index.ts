export { blockTitle } from './block-title';
export { flagLabel } from './flag-label';
export { type Progress, type ProgressStream, startProgress } from './progress';
export { rankingText } from './ranking-text';
export { type TextColumn, textTable } from './text-table';
export { decimalComma, duration, moveGlyph, percent, vietnameseDate } from './vietnamese-numbers';
