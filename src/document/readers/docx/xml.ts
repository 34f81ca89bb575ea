import { SaxesParser } from 'saxes';

export interface XmlHandler {
  /** `name` without its namespace prefix; attributes likewise. */
  open?(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Runs through XML; what follows a fault in it is left unread. Entities of a DTD are not expanded. */
export function readXml(xml: string, handler: XmlHandler): void {
  if (!xml) return;
  const parser = new SaxesParser({ xmlns: false, position: false });
  let broken = false;
  parser.on('error', () => {
    broken = true;
  });
  parser.on('opentag', (tag) => {
    if (broken) return;
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(tag.attributes)) attributes[local(name)] = value;
    handler.open?.(local(tag.name), attributes);
  });
  parser.on('closetag', (tag) => {
    if (!broken) handler.close?.(local(tag.name));
  });
  parser.on('text', (text) => {
    if (!broken) handler.text?.(text);
  });
  parser.write(xml).close();
}

function local(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
