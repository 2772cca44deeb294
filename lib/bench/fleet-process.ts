import { compareMadeUpFleet } from './fleet-comparison.ts';

console.log(JSON.stringify(compareMadeUpFleet(Number(process.argv[2]))));
