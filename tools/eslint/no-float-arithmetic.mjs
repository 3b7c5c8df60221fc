import { ESLintUtils } from '@typescript-eslint/utils';
import ts from 'typescript';

const OPERATORS = new Set(['*', '/', '%', '**', '*=', '/=', '%=', '**=']);
const MAKERS = new Set(['Number', 'parseFloat', 'parseInt']);
/** They choose or ask, they do not compute. */
const HARMLESS = new Set(['max', 'min', 'isInteger', 'isSafeInteger', 'isFinite', 'isNaN', 'MAX_SAFE_INTEGER']);

/**
 * Scores are exact rationals. Numbers may count and index (`+`, `-`, comparison); whatever can leave the whole numbers, or makes a number
 * out of something else, is an error here.
 */
export const noFloatArithmetic = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      literal: 'A binary float. Write Rational.of("0.5").',
      arithmetic: 'Arithmetic on binary floats. Use Rational.',
      maker: '{{name}} makes a binary float. Use Rational.of(text).',
      math: 'Float arithmetic. Use Rational.',
    },
  },
  defaultOptions: [],
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const isNumber = (node) => {
      const type = services.getTypeAtLocation(node);
      const parts = type.isUnion() ? type.types : [type];
      return parts.some(({ flags }) => (flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.Any)) !== 0);
    };
    /** `Number(big)`: from exact to a count. */
    const isOfBigInt = ({ parent }) => {
      const [argument] = parent.type === 'CallExpression' ? parent.arguments : [];
      return argument !== undefined && (services.getTypeAtLocation(argument).flags & ts.TypeFlags.BigIntLike) !== 0;
    };
    const arithmetic = (node) => {
      if (OPERATORS.has(node.operator) && isNumber(node.left)) context.report({ node, messageId: 'arithmetic' });
    };
    return {
      Literal(node) {
        const isFloat = typeof node.value === 'number' && /[.e]/i.test(node.raw) && !/^0x/i.test(node.raw);
        if (isFloat) context.report({ node, messageId: 'literal' });
      },
      BinaryExpression: arithmetic,
      AssignmentExpression: arithmetic,
      UnaryExpression(node) {
        if (node.operator === '+') context.report({ node, messageId: 'maker', data: { name: 'Unary +' } });
      },
      Identifier(node) {
        const isValue = services.program.getTypeChecker().getSymbolAtLocation(services.esTreeNodeToTSNodeMap.get(node));
        if (!isValue || node.parent.type.startsWith('TS') || isHarmless(node.parent)) return;
        if (MAKERS.has(node.name) && !isOfBigInt(node))
          context.report({ node, messageId: 'maker', data: { name: node.name } });
        if (node.name === 'Math') context.report({ node, messageId: 'math' });
      },
      'MemberExpression[property.name=/^(toFixed|toPrecision|toNumber)$/]'(node) {
        if (isNumber(node.object) || node.property.name === 'toNumber')
          context.report({ node, messageId: 'arithmetic' });
      },
    };
  },
});

/** `Math.max`, `Number.isInteger` and their like. */
function isHarmless(parent) {
  return (
    parent.type === 'MemberExpression' && parent.property.type === 'Identifier' && HARMLESS.has(parent.property.name)
  );
}
