export { flaws } from './flaws';
export { simulate, type Simulated } from './simulate';
