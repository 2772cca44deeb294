import type { Item } from '../../functions/adapters/dynamo-table.ts';
import { plainOf, wireOf } from '../../functions/adapters/wire-item.ts';
import { MeteredTable } from './metered-table.ts';

const texts = new WeakMap<Item, string>();

const textOf = (item: Item): string => {
  const text = texts.get(item) ?? JSON.stringify(wireOf(item));
  texts.set(item, text);
  return text;
};

/**
 * A metered table whose items come as the text that goes over the wire, and are read from it whenever they are handed over:
 * of a run that reads and writes much, that is most of its time.
 */
export class WireTable extends MeteredTable {
  protected override kept(item: Item): Item {
    const kept = super.kept(item);
    textOf(kept);
    return kept;
  }

  protected override handed(item: Item): Item {
    return plainOf(JSON.parse(textOf(item))) as Item;
  }
}
