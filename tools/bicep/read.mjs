// Reads Bicep texts and says in JSON what they declare, so that tests can look at it.
//   stdin:  { "name": "text of a Bicep file", … }
//   stdout: { "name": { errors, targetScope, params, variables, resources, modules, outputs, uses }, … }
// Values are JSON where they are literal; any other expression is { "$": its text }, with the parts it may come to in "parts".
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, Parser } from 'web-tree-sitter';

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load(createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));

const named = (node, type) => node.namedChildren.filter(child => child.type === type);
const line = node => node.startPosition.row + 1;
const plain = node => node.namedChildren.every(part => part.type === 'string_content' || part.type === 'escape_sequence');
const unescape = text => ({ "\\'": "'", '\\\\': '\\', '\\n': '\n', '\\t': '\t', '\\r': '\r', '\\$': '$' })[text] ?? text;
const words = node => node.namedChildren.map(part => part.type === 'escape_sequence' ? unescape(part.text) : part.text).join('');

function value(node) {
  if (!node) return null;
  switch (node.type) {
    case 'string': return plain(node) ? words(node) : { $: node.text };
    case 'number': return Number(node.text);
    case 'boolean': return node.text === 'true';
    case 'null': return null;
    case 'array': return node.namedChildren.filter(child => child.type !== 'comment').map(value);
    case 'object': return members(node);
    case 'parenthesized_expression': return value(node.namedChildren[0]);
    case 'ternary_expression': return { $: node.text, when: node.namedChildren[0].text, parts: node.namedChildren.slice(1).map(value) };
    case 'if_statement': return { $: node.text, when: node.namedChildren[0].text, parts: [value(node.namedChildren.at(-1))] };
    case 'for_statement': return { $: node.text, each: node.namedChildren[0].text, in: value(node.namedChildren.at(-2)), parts: [value(node.namedChildren.at(-1))] };
    default: return { $: node.text };
  }
}

function members(node) {
  const result = {};
  for (const property of named(node, 'object_property')) {
    const [key, content] = property.namedChildren;
    if (content) result[key.type === 'string' ? (plain(key) ? words(key) : key.text) : key.text] = value(content);
  }
  return result;
}

function decorators(node) {
  const before = node.previousNamedSibling;
  const result = {};
  if (before?.type === 'decorators')
    for (const call of before.descendantsOfType('call_expression'))
      result[call.namedChildren[0].text.replace(/^sys\./, '')] = value(call.descendantsOfType('arguments')[0]?.namedChildren[0]) ?? true;
  return result;
}

const symbol = node => node.namedChildren.find(child => child.type === 'identifier').text;
const assigned = node => node.children.some(child => child.text === '=') ? node.namedChildren.at(-1) : null;
const spec = node => words(node.namedChildren.find(child => child.type === 'string'));

function declaration(node) {
  const base = { symbol: symbol(node), line: line(node), decorators: decorators(node) };
  switch (node.type) {
    case 'parameter_declaration':
      return { ...base, type: node.text.split('\n')[0].replace(/^param\s+\w+\s+/, '').split('=')[0].trim(), optional: !!assigned(node), value: value(assigned(node)) };
    case 'variable_declaration': return { ...base, value: value(assigned(node)) };
    case 'output_declaration': return { ...base, value: value(node.namedChildren.at(-1)) };
    case 'module_declaration': return { ...base, path: spec(node), body: value(node.namedChildren.at(-1)) };
    case 'resource_declaration': {
      const [type, version] = spec(node).split('@');
      return { ...base, type, version, existing: node.children.some(child => child.text === 'existing'), body: value(node.namedChildren.at(-1)) };
    }
  }
}

// Every name that is used somewhere: not where it is declared, and not where it is the key of a property.
function uses(root) {
  const names = new Set();
  for (const node of root.descendantsOfType('identifier')) {
    const { parent } = node;
    const declared = parent.type.endsWith('_declaration') && parent.namedChildren.find(child => child.type === 'identifier')?.id === node.id;
    if (!declared && !(parent.type === 'object_property' && parent.namedChildren[0].id === node.id)) names.add(node.text);
  }
  return [...names];
}

function read(text) {
  const root = parser.parse(text).rootNode;
  const of = type => named(root, type).map(declaration);
  const errors = [];
  const visit = node => { if (node.isError || node.isMissing) errors.push({ line: line(node), text: node.text.split('\n')[0] }); node.children.forEach(visit); };
  if (root.hasError) visit(root);
  return {
    errors, targetScope: /^targetScope\s*=\s*'(\w+)'/m.exec(text)?.[1] ?? 'resourceGroup',
    params: of('parameter_declaration'), variables: of('variable_declaration'), resources: of('resource_declaration'),
    modules: of('module_declaration'), outputs: of('output_declaration'), uses: uses(root),
  };
}

const texts = JSON.parse(readFileSync(0, 'utf8'));
console.log(JSON.stringify(Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, read(text)]))));
