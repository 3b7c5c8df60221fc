import { dirname, normalize } from 'node:path/posix';
import * as ts from 'typescript';
import { allowedFromCqrs, appLibs, type Room, rooms } from './house-rules';

/** A source file as the checker sees it: path from the root, with `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly imported: string;
  readonly rule: string;
}

interface Import {
  readonly specifier: string;
  /** Undefined where the whole module is taken: `import *`, `export *`, `require`, `import()`. */
  readonly names: readonly string[] | undefined;
  readonly typeOnly: boolean;
  readonly line: number;
}

const isSpec = (path: string) =>
  /\.(spec|int-spec|e2e-spec)\.ts$/.test(path) || /^(test|(apps|libs)\/[^/]+\/test)\//.test(path);

/** Every import that the house does not allow, with file and line. */
export function violationsIn(files: readonly SourceFile[]): Violation[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap((found) => {
      const rule = brokenRule(file.path, found);
      return rule === undefined ? [] : [{ file: file.path, line: found.line, imported: found.specifier, rule }];
    }),
  );
}

function brokenRule(path: string, found: Import): string | undefined {
  const home = homeOf(path);
  if (found.specifier.startsWith('.')) return brokenRelative(path, home, found.specifier);
  const library = /^@app\/([^/]+)(\/.*)?$/.exec(found.specifier);
  if (library?.[2]) return 'a library is imported through its index only';
  if (isSpec(path) || home === 'libs/testing') return undefined;
  if (library) return brokenLibrary(home, library[1] ?? '', found.typeOnly);
  return brokenPackage(path, home, found);
}

function brokenRelative(path: string, home: string, specifier: string): string | undefined {
  const target = normalize(`${dirname(path)}/${specifier}`);
  if (homeOf(target) === home || !/^(apps|libs)\//.test(target)) return undefined;
  return isSpec(path) && isSpec(target) ? undefined : 'a relative import leaves its own library or app';
}

function brokenLibrary(home: string, library: string, typeOnly: boolean): string | undefined {
  if (library === 'testing') return 'testing is for specs only';
  if (home.startsWith('apps/')) return appLibs.includes(library) ? undefined : `unknown library ${library}`;
  const room = rooms[home.slice('libs/'.length)];
  if (!room) return `${home} has no entry in house-rules.ts`;
  if (room.libs?.includes(library)) return undefined;
  if (!room.types?.includes(library)) return `${home} may not import ${library}`;
  return typeOnly ? undefined : `${home} may import only types of ${library}`;
}

function brokenPackage(path: string, home: string, found: Import): string | undefined {
  if (found.specifier === '@nestjs/cqrs') {
    const banned = found.names?.filter((name) => !allowedFromCqrs.includes(name)) ?? ['all'];
    if (banned.length > 0) return `${banned.join(', ')} of @nestjs/cqrs: events in memory are lost`;
  }
  if (home.startsWith('apps/'))
    return found.specifier.includes('db-client') ? 'only its adapter imports it' : undefined;
  const room = rooms[home.slice('libs/'.length)];
  if (!room) return `${home} has no entry in house-rules.ts`;
  return packagesFor(path, home, room).some((prefix) => matches(found.specifier, prefix))
    ? undefined
    : `${home} may not import this package`;
}

function packagesFor(path: string, home: string, room: Room): string[] {
  const folder = path.slice(`${home}/src/`.length).split('/')[0] ?? '';
  return [...(room.packages ?? []), ...(room.folders?.[folder] ?? [])];
}

/** `pg` allows `pg` and `pg/…`, not `pg-copy-streams`; a prefix ending in `:` or `/` allows all below it. */
function matches(specifier: string, prefix: string): boolean {
  return specifier === prefix || specifier.startsWith(/[:/]$/.test(prefix) ? prefix : `${prefix}/`);
}

function homeOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

function importsOf({ path, text }: SourceFile): Import[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    const found = importAt(node);
    if (found) imports.push({ ...found, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

/** Static imports, re-exports, `import x = require()`, `import()`, `require()`, `module.require()` and `import('x')` types. */
function importAt(node: ts.Node): Omit<Import, 'line'> | undefined {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
    return { specifier: textOf(node.moduleSpecifier) ?? '', ...bindingsOf(node) };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: textOf(node.argument.literal) ?? '', names: [], typeOnly: true };
  }
  const whole = wholeModule(node);
  return whole === undefined ? undefined : { specifier: whole, names: undefined, typeOnly: false };
}

/** The module that a loading expression takes as a whole. A computed name is answered as it is written, which no room allows. */
function wholeModule(node: ts.Node): string | undefined {
  if (ts.isExternalModuleReference(node)) return textOf(node.expression);
  if (!ts.isCallExpression(node) || !isLoader(node.expression)) return undefined;
  const [argument] = node.arguments;
  return argument && (textOf(argument) ?? argument.getText());
}

function textOf(node: ts.Node): string | undefined {
  return ts.isStringLiteralLike(node) ? node.text : undefined;
}

function isLoader(expression: ts.Expression): boolean {
  if (expression.kind === ts.SyntaxKind.ImportKeyword) return true;
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text === 'require';
  return ts.isIdentifier(expression) && expression.text === 'require';
}

function bindingsOf(node: ts.ImportDeclaration | ts.ExportDeclaration): Pick<Import, 'names' | 'typeOnly'> {
  const clause = ts.isImportDeclaration(node) ? node.importClause : undefined;
  const named = clause?.namedBindings ?? (ts.isExportDeclaration(node) ? node.exportClause : undefined);
  const elements = named && (ts.isNamedImports(named) || ts.isNamedExports(named)) ? [...named.elements] : [];
  const everything = ts.isExportDeclaration(node)
    ? named === undefined
    : named !== undefined && ts.isNamespaceImport(named);
  const wholeIsType = ts.isExportDeclaration(node)
    ? node.isTypeOnly
    : clause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return {
    names: everything ? undefined : elements.map((element) => (element.propertyName ?? element.name).text),
    typeOnly: wholeIsType || (!clause?.name && elements.length > 0 && elements.every((element) => element.isTypeOnly)),
  };
}
