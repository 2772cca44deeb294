import { overHttp } from './over-http.ts';
import { compareLatency } from './run.ts';
import { inMemory } from './stock.ts';

// The function's log lines would bury the one line that is asked for.
console.info = () => undefined;
console.warn = () => undefined;

const [where, ...numbers] = process.argv.slice(2);
const [few = 0, many = 0, requests = 0] = numbers.map(Number);
if (where === 'http') {
  const place = await overHttp();
  console.log(JSON.stringify(await compareLatency(place, { few, many, requests })));
  place.close();
} else {
  console.log(JSON.stringify(await compareLatency(inMemory(), { few, many, requests })));
}
