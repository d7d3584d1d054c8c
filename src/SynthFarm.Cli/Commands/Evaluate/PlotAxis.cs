using System.Globalization;

namespace SynthFarm.Cli.Commands.Evaluate;

/// <summary>Where the values of an axis stand in a drawing.</summary>
internal sealed class PlotAxis
{
    private const int WantedTicks = 5;
    private static readonly int[] Steps = [1, 2, 5, 10];

    private readonly Func<double, double> _scale;
    private readonly double _min;
    private readonly double _max;
    private readonly double _from;
    private readonly double _to;

    private PlotAxis(Func<double, double> scale, double min, double max, double from, double to)
    {
        _scale = scale;
        (_min, _max, _from, _to) = (min, max, from, to);
    }

    /// <summary>The values that get a line, in order.</summary>
    public IReadOnlyList<double> Ticks { get; private init; } = [];

    /// <summary>An axis that ends a little beyond positive values.</summary>
    public static PlotAxis Logarithmic(IEnumerable<double> values, double from, double to)
    {
        var (min, max) = Range(values);
        return new PlotAxis(Math.Log, min / 1.15, max * 1.15, from, to);
    }

    /// <summary>An axis from tick to tick around the finite values; steps are 1, 2 or 5 times a power of ten.</summary>
    public static PlotAxis Linear(IEnumerable<double> values, double from, double to)
    {
        var (min, max) = Range(values);
        if (max == min)
        {
            // One value stands in the middle of an axis of its own size.
            var room = Math.Max(Math.Abs(max) / 20, 1e-3);
            (min, max) = (min - room, max + room);
        }

        var rough = (max - min) / WantedTicks;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = power * Steps.First(factor => factor * power >= rough);
        var (first, last) = (Math.Floor(min / step), Math.Max(Math.Ceiling(max / step), Math.Floor(min / step) + 1));
        return new PlotAxis(value => value, first * step, last * step, from, to)
        {
            Ticks = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step)],
        };
    }

    /// <summary>How a value is written beside the axis.</summary>
    public static string Label(double value) => value.ToString("#,0.###", CultureInfo.InvariantCulture);

    /// <summary>Where a value stands.</summary>
    public double At(double value) => _from + ((_scale(value) - _scale(_min)) / (_scale(_max) - _scale(_min)) * (_to - _from));

    public bool Holds(double value) => value >= _min && value <= _max;

    private static (double Min, double Max) Range(IEnumerable<double> values)
    {
        var finite = values.Where(double.IsFinite).ToList();
        return (finite.Min(), finite.Max());
    }
}
