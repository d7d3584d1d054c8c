using System.Collections.Frozen;

namespace SynthFarm.Core.Answers.Expressions;

/// <summary>What names mean, as TeX commands and as plain words.</summary>
internal static class MathWords
{
    private static readonly string[] Functions =
    [
        "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "ln", "log", "exp", "gcd", "lcm", "min", "max",
        "floor", "ceil", "det", "deg", "arg", "asin", "acos", "atan", "lg",
    ];

    private static readonly string[] Greek =
    [
        "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "vartheta", "iota", "kappa", "lambda", "mu", "nu", "xi",
        "rho", "sigma", "tau", "upsilon", "phi", "varphi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Sigma", "Phi", "Psi", "Omega", "ell", "hbar",
    ];

    /// <summary>TeX commands that are one token.</summary>
    public static FrozenDictionary<string, Token> Commands { get; } = MakeCommands();

    /// <summary>Words in plain text that are one token.</summary>
    public static FrozenDictionary<string, Token> Plain { get; } = MakePlain();

    /// <summary>TeX commands that only change how things look.</summary>
    public static FrozenSet<string> Silent { get; } = ((string[])
    [
        "left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "displaystyle", "textstyle", "scriptstyle", "quad",
        "qquad", "limits", "mathbf", "bf", "rm", "it", "bm", "boldsymbol", "mathit", "mathsf", "mathcal", "mathscr", "boxed", "fbox", "vec", "hat", "bar",
        "mathop", "operatorname", "middle", "hspace", "phantom", "mathnormal", "overrightarrow", "tilde", "textsuperscript", "nobreak", "nolimits", "ensuremath",
    ]).ToFrozenSet();

    /// <summary>TeX commands around words.</summary>
    public static FrozenSet<string> TextBoxes { get; } = ((string[])["text", "textbf", "textit", "textrm", "textsf", "texttt", "mbox", "hbox", "textnormal", "emph", "mathrm"]).ToFrozenSet();

    /// <summary>Environments whose rows and cells are a matrix.</summary>
    public static FrozenSet<string> Matrices { get; } = ((string[])
        ["matrix", "pmatrix", "bmatrix", "vmatrix", "Bmatrix", "Vmatrix", "smallmatrix", "array", "psmallmatrix", "bsmallmatrix"]).ToFrozenSet();

    /// <summary>Words of up to three letters that are not a product of variables.</summary>
    public static FrozenSet<string> ShortWords { get; } = ((string[])
    [
        "cm", "mm", "km", "kg", "mg", "ml", "mL", "lb", "lbs", "ft", "in", "hr", "hrs", "min", "sec", "mph", "kph", "oz", "yd", "mi", "gal", "cents", "day", "sq",
        "USD", "usd", "EUR", "no", "yes", "is", "are", "of", "at", "to", "the", "per", "for", "by", "on", "so", "as", "it", "we", "if", "has", "not", "all", "any", "one", "two",
        "six", "ten", "DNE", "its", "an", "was", "cup", "men", "ms", "kHz", "Hz", "GHz", "kW", "deg", "rad", "mod", "dog", "cat", "red", "boy", "mon", "ago", "PM", "AM", "pm", "am",
    ]).ToFrozenSet();

    private static FrozenDictionary<string, Token> MakeCommands()
    {
        var words = new Dictionary<string, Token>();
        foreach (var name in Functions)
        {
            words[name] = new(TokenKind.Function, Spelled(name));
        }

        foreach (var name in Greek)
        {
            words[name] = new(TokenKind.Symbol, name.StartsWith("var", StringComparison.Ordinal) ? name[3..] : name);
        }

        AddAll(words, new(TokenKind.Fraction), "frac", "dfrac", "tfrac", "cfrac", "sfrac", "nicefrac");
        AddAll(words, new(TokenKind.Root), "sqrt");
        AddAll(words, new(TokenKind.Binomial), "binom", "dbinom", "tbinom");
        AddAll(words, new(TokenKind.Overline), "overline");
        AddAll(words, new(TokenKind.Times), "cdot", "times", "ast", "bullet");
        AddAll(words, new(TokenKind.Divide), "div", "over");
        AddAll(words, new(TokenKind.PlusMinus), "pm");
        AddAll(words, new(TokenKind.MinusPlus), "mp");
        AddAll(words, new(TokenKind.Bar), "vert", "lvert", "rvert", "mid");
        AddAll(words, new(TokenKind.Relation, "<"), "lt");
        AddAll(words, new(TokenKind.Relation, ">"), "gt");
        AddAll(words, new(TokenKind.Relation, "<="), "le", "leq", "leqslant", "leqq");
        AddAll(words, new(TokenKind.Relation, ">="), "ge", "geq", "geqslant", "geqq");
        AddAll(words, new(TokenKind.Relation, "!="), "ne", "neq");
        AddAll(words, new(TokenKind.Relation, "~"), "approx", "approxeq", "sim", "simeq", "thickapprox");
        AddAll(words, new(TokenKind.Relation, "=="), "equiv", "iff", "Leftrightarrow");
        AddAll(words, new(TokenKind.Member), "in");
        AddAll(words, new(TokenKind.Union), "cup", "bigcup");
        AddAll(words, new(TokenKind.Intersection), "cap", "bigcap");
        AddAll(words, new(TokenKind.Without), "setminus", "backslash", "smallsetminus");
        AddAll(words, new(TokenKind.And), "land", "wedge");
        AddAll(words, new(TokenKind.Or), "lor", "vee");
        AddAll(words, new(TokenKind.Degree), "circ", "degree");
        AddAll(words, new(TokenKind.Infinity), "infty", "infin");
        AddAll(words, new(TokenKind.Ellipsis), "ldots", "dots", "cdots", "dotsc", "dotsb");
        AddAll(words, new(TokenKind.Prime), "prime");
        AddAll(words, new(TokenKind.Symbol, "emptyset"), "emptyset", "varnothing");
        AddAll(words, new(TokenKind.Symbol, "pi"), "pi");
        AddAll(words, new(TokenKind.Open, "<"), "langle");
        AddAll(words, new(TokenKind.Close, ">"), "rangle");
        AddAll(words, new(TokenKind.Open, "{"), "lbrace");
        AddAll(words, new(TokenKind.Close, "}"), "rbrace");
        AddAll(words, new(TokenKind.Open, "floor"), "lfloor");
        AddAll(words, new(TokenKind.Close, "floor"), "rfloor");
        AddAll(words, new(TokenKind.Open, "ceil"), "lceil");
        AddAll(words, new(TokenKind.Close, "ceil"), "rceil");
        return words.ToFrozenDictionary();
    }

    private static FrozenDictionary<string, Token> MakePlain()
    {
        var words = new Dictionary<string, Token>();
        foreach (var name in Functions.Where(name => name is not ("min" or "deg" or "arg" or "det" or "lg")))
        {
            words[name] = new(TokenKind.Function, Spelled(name));
        }

        foreach (var name in Greek.Where(name => name.Length > 4))
        {
            words[name] = new(TokenKind.Symbol, name);
        }

        AddAll(words, new(TokenKind.Root), "sqrt");
        AddAll(words, new(TokenKind.Function, "abs"), "abs");
        AddAll(words, new(TokenKind.Symbol, "pi"), "pi", "Pi", "PI");
        AddAll(words, new(TokenKind.And), "and", "And", "AND");
        AddAll(words, new(TokenKind.Or), "or", "Or", "OR");
        AddAll(words, new(TokenKind.Percent), "percent", "percentage", "pct", "Percent");
        AddAll(words, new(TokenKind.Degree), "degrees", "degree");
        AddAll(words, new(TokenKind.Infinity), "infinity", "Infinity", "inf", "oo");
        AddAll(words, new(TokenKind.PlusMinus), "pm");
        return words.ToFrozenDictionary();
    }

    private static string Spelled(string name) => name switch
    {
        "asin" => "arcsin",
        "acos" => "arccos",
        "atan" => "arctan",
        _ => name,
    };

    private static void AddAll(Dictionary<string, Token> words, Token token, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            words[name] = token;
        }
    }
}
