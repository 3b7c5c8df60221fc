export { simulate, type Simulated } from './simulate';
