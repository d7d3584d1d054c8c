namespace SynthFarm.Core.Answers.Expressions;

/// <summary>Signs that are neither letters nor digits.</summary>
internal static class MathSigns
{
    private static readonly (string Sign, Token Token)[] Long =
    [
        ("+/-", new(TokenKind.PlusMinus)), ("...", new(TokenKind.Ellipsis)), ("**", new(TokenKind.Power)), ("<=", new(TokenKind.Relation, "<=")),
        (">=", new(TokenKind.Relation, ">=")), ("=<", new(TokenKind.Relation, "<=")), ("!=", new(TokenKind.Relation, "!=")), ("==", new(TokenKind.Relation, "=")),
        ("+-", new(TokenKind.PlusMinus)), (":=", new(TokenKind.Relation, "=")),
    ];

    /// <summary>Reads the sign at the start; <see cref="TokenKind.End"/> stands for one without meaning.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out Token token, out int length)
    {
        foreach (var (sign, meaning) in Long)
        {
            if (text[0] == sign[0] && text.StartsWith(sign, StringComparison.Ordinal))
            {
                token = meaning;
                length = sign.Length;
                return true;
            }
        }

        length = 1;
        token = One(text[0]);
        if (text[0] == '.')
        {
            // A full stop ends a sentence; one within a text is not mathematics.
            token = text.Length == 1 || char.IsWhiteSpace(text[1]) || text[1] is '$' or '}' or '\\' or '"' ? new(TokenKind.End) : new(TokenKind.Words);
        }

        return token.Kind != TokenKind.Words;
    }

    private static Token One(char c) => c switch
    {
        '+' => new(TokenKind.Plus),
        '-' or '−' or '–' or '—' => new(TokenKind.Minus),
        '*' or '·' or '×' or '⋅' or '∙' => new(TokenKind.Times),
        '/' or '÷' or '∕' => new(TokenKind.Divide),
        '^' => new(TokenKind.Power),
        '²' => new(TokenKind.Power, "2"),
        '³' => new(TokenKind.Power, "3"),
        '_' => new(TokenKind.Subscript),
        '!' => new(TokenKind.Factorial),
        '|' => new(TokenKind.Bar),
        '±' => new(TokenKind.PlusMinus),
        '∓' => new(TokenKind.MinusPlus),
        '(' or '[' => new(TokenKind.Open, c == '(' ? "(" : "["),
        ')' or ']' => new(TokenKind.Close, c == ')' ? ")" : "]"),
        '⟨' => new(TokenKind.Open, "<"),
        '⟩' => new(TokenKind.Close, ">"),
        '{' => new(TokenKind.GroupOpen),
        '}' => new(TokenKind.GroupClose),
        ',' or ';' or '、' or '，' => new(TokenKind.Separator),
        ':' or '∶' => new(TokenKind.Colon),
        '=' => new(TokenKind.Relation, "="),
        '<' => new(TokenKind.Relation, "<"),
        '>' => new(TokenKind.Relation, ">"),
        '≤' or '⩽' => new(TokenKind.Relation, "<="),
        '≥' or '⩾' => new(TokenKind.Relation, ">="),
        '≠' => new(TokenKind.Relation, "!="),
        '≈' or '≃' => new(TokenKind.Relation, "~"),
        '≡' => new(TokenKind.Relation, "=="),
        '∈' => new(TokenKind.Member),
        '∪' => new(TokenKind.Union),
        '∩' => new(TokenKind.Intersection),
        '∖' => new(TokenKind.Without),
        '∅' => new(TokenKind.Symbol, "emptyset"),
        'ℝ' => new(TokenKind.Symbol, "mathbbR"),
        '∧' => new(TokenKind.And),
        '∨' => new(TokenKind.Or),
        '%' or '％' => new(TokenKind.Percent),
        '°' or 'º' => new(TokenKind.Degree),
        '√' => new(TokenKind.Root),
        'π' => new(TokenKind.Symbol, "pi"),
        '∞' => new(TokenKind.Infinity),
        '…' or '⋯' => new(TokenKind.Ellipsis),
        '\'' or '′' or '’' => new(TokenKind.Prime),
        '&' => new(TokenKind.NextCell),
        '€' or '£' or '¥' or '₹' or '¢' => new(TokenKind.End),
        _ => new(TokenKind.Words),
    };
}
