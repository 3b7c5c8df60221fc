import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartUpRefused } from './start-up-refused';

/** Makes the folder if it is missing, and those above it; throws StartUpRefused when it cannot be made or written to. */
export function makeFolder(folder: string, mode = 0o755): void {
  try {
    mkdirSync(dirname(folder), { recursive: true });
    mkdirSync(folder, { recursive: true, mode });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw unwritable(folder, cause);
  }
}

/** The refusal for a folder that we may not write to. */
export function unwritable(folder: string, cause: unknown): StartUpRefused {
  return new StartUpRefused(
    `Không ghi được vào thư mục dữ liệu ${folder}: hãy chạy bằng tài khoản đã tạo ra nó, hoặc đặt DATA_DIR sang thư mục khác.`,
    { cause },
  );
}
