using SynthFarm.Core.Answers.Expressions;

namespace SynthFarm.Core.Answers.Algebra;

/// <summary>The atoms of one comparison; both sides share it, so that equal things are one atom.</summary>
internal sealed class AtomTable
{
    private const int MaxAtoms = 64;

    private readonly List<Atom> _atoms = [];

    public IReadOnlyList<Atom> Atoms => _atoms;

    /// <summary>The polynomial that is a symbol.</summary>
    public Polynomial Symbol(string name)
    {
        var index = _atoms.FindIndex(atom => atom.Arguments.Length == 0 && atom.Name == name && atom.Order is 0 or 2 && (atom.Order == 0 || name == "i"));
        if (index < 0)
        {
            var node = new MathNode(NodeKind.Symbol, name);
            index = Add(name == "i" ? new Atom(name, [], node, 2, Rational.MinusOne) : new Atom(name, [], node));
        }

        return Polynomial.Of(new Monomial((index, 1)), Rational.One);
    }

    /// <summary>The polynomial that is the real root of a positive number that is no perfect power.</summary>
    public Polynomial Root(Rational radicand, int order)
    {
        var index = _atoms.FindIndex(atom => atom.Order == order && atom.Name == "root" && atom.Radicand == radicand);
        if (index < 0)
        {
            var exponent = MathNode.Of(Rational.Of(1, order));
            index = Add(new Atom("root", [], new MathNode(NodeKind.Power, "", MathNode.Of(radicand), exponent), order, radicand));
        }

        return Polynomial.Of(new Monomial((index, 1)), Rational.One);
    }

    /// <summary>The polynomial that is a function of something; arguments that are equal give the same atom.</summary>
    public Polynomial Function(string name, Fraction[] arguments, MathNode source, WorkBudget work)
    {
        for (var i = 0; i < _atoms.Count; i++)
        {
            if (_atoms[i].Name == name && _atoms[i].Arguments.Length == arguments.Length && AreEqual(_atoms[i].Arguments, arguments, work))
            {
                return Polynomial.Of(new Monomial((i, 1)), Rational.One);
            }
        }

        return Polynomial.Of(new Monomial((Add(new Atom(name, arguments, source)), 1)), Rational.One);
    }

    /// <summary>Replaces powers of roots by what they are.</summary>
    public (Monomial Monomial, Rational Factor) Reduce(Monomial monomial, WorkBudget work)
    {
        var factor = Rational.One;
        var isReducible = false;
        foreach (var (atom, exponent) in monomial.Factors)
        {
            isReducible |= _atoms[atom].Order > 0 && exponent >= _atoms[atom].Order;
        }

        if (!isReducible)
        {
            return (monomial, factor);
        }

        var kept = new List<(int, int)>(monomial.Factors.Length);
        foreach (var (index, exponent) in monomial.Factors)
        {
            var atom = _atoms[index];
            var left = exponent;
            if (atom.Order > 0)
            {
                var whole = exponent / atom.Order;
                work.Spend(1 + (atom.Radicand.Bits * whole / 64));
                factor *= atom.Radicand.Pow(whole);
                left -= whole * atom.Order;
            }

            if (left > 0)
            {
                kept.Add((index, left));
            }
        }

        return (new Monomial([.. kept]), factor);
    }

    private bool AreEqual(Fraction[] x, Fraction[] y, WorkBudget work)
    {
        for (var i = 0; i < x.Length; i++)
        {
            var left = Polynomial.Multiply(x[i].Above, y[i].Below, this, work);
            var right = Polynomial.Multiply(y[i].Above, x[i].Below, this, work);
            if (!Polynomial.Subtract(left, right, work).IsZero)
            {
                return false;
            }
        }

        return true;
    }

    private int Add(Atom atom)
    {
        if (_atoms.Count >= MaxAtoms)
        {
            throw new WorkLimitException($"it has more than {MaxAtoms} unknowns");
        }

        _atoms.Add(atom);
        return _atoms.Count - 1;
    }
}
