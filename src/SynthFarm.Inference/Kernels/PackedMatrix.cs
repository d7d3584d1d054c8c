namespace SynthFarm.Inference.Kernels;

/// <summary>
/// A weight matrix (outputs, inputs) packed once into panels of 32 outputs, for y = x W^T with any number of rows.
/// Immutable after construction, so any number of threads may multiply with it, each over its own range of panels.
/// </summary>
internal sealed unsafe class PackedMatrix : IDisposable
{
    private readonly NativeBuffer _panels; // (panels, inputs, 32) of the weight type
    private readonly int _rowBytes;

    /// <param name="weights">Row-major values. (outputs, inputs)</param>
    /// <param name="outputs">Rows of the matrix, at least 1.</param>
    /// <param name="inputs">Columns of the matrix, at least 1.</param>
    /// <param name="type">How the values are kept. Default: as they are.</param>
    public PackedMatrix(ReadOnlySpan<float> weights, int outputs, int inputs, WeightType type = WeightType.F32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        if (weights.Length != (long)outputs * inputs)
            throw new ArgumentException($"A ({outputs}, {inputs}) matrix needs {(long)outputs * inputs} values, found {weights.Length}.", nameof(weights));
        Outputs = outputs;
        Inputs = inputs;
        Type = type;
        _rowBytes = type == WeightType.BF16 ? BFloat16Panel.RowBytes : FloatPanel.RowBytes;
        _panels = new NativeBuffer((long)PanelCount * inputs * _rowBytes / sizeof(float));
        using var wide = new NativeBuffer(type == WeightType.BF16 ? (long)inputs * Tile.PanelWidth : 0);
        fixed (float* source = weights)
            for (int panel = 0; panel < PanelCount; panel++)
            {
                float* target = type == WeightType.BF16 ? wide.Pointer : (float*)Panel(panel);
                PanelPacking.Pack(inputs, Columns(panel), source + (nint)panel * Tile.PanelWidth * inputs, 1, inputs, target);
                if (type == WeightType.BF16) BFloat16Panel.Narrow(inputs, target, Panel(panel));
            }
    }

    public WeightType Type { get; }

    public int Outputs { get; }

    public int Inputs { get; }

    /// <summary>Number of 32-wide panels, the unit in which threads share one product.</summary>
    public int PanelCount => (Outputs + Tile.PanelWidth - 1) / Tile.PanelWidth;

    /// <summary>y (rows, outputs) = [y +] x (rows, inputs) W^T.</summary>
    public void Multiply(int rows, float* x, nint xRow, float* y, nint yRow, bool accumulate = false) =>
        Multiply(rows, x, xRow, y, yRow, 0, PanelCount, accumulate);

    /// <summary>The same for the outputs of panels <paramref name="firstPanel"/> up to, not including, <paramref name="endPanel"/>.</summary>
    public void Multiply(int rows, float* x, nint xRow, float* y, nint yRow, int firstPanel, int endPanel, bool accumulate = false) =>
        Multiply(InstructionSets.Best, rows, x, xRow, y, yRow, firstPanel, endPanel, accumulate);

    internal void Multiply(
        InstructionSet set, int rows, float* x, nint xRow, float* y, nint yRow, int firstPanel, int endPanel, bool accumulate)
    {
        for (int panel = firstPanel; panel < endPanel; panel++)
        {
            float* target = y + (nint)panel * Tile.PanelWidth;
            if (Type == WeightType.BF16)
                Tile.Multiply<BFloat16Panel>(set, rows, Columns(panel), Inputs, x, xRow, 1, Panel(panel), target, yRow, accumulate);
            else
                Tile.Multiply<FloatPanel>(set, rows, Columns(panel), Inputs, x, xRow, 1, Panel(panel), target, yRow, accumulate);
        }

        GC.KeepAlive(this);
    }

    /// <summary>Copies one row of the matrix as floats. (inputs)</summary>
    public void CopyRow(int row, float* values)
    {
        byte* panel = Panel(row / Tile.PanelWidth);
        int column = row % Tile.PanelWidth;
        if (Type == WeightType.BF16)
        {
            uint* words = (uint*)panel + column % 16;
            int shift = column < 16 ? 0 : 16;
            for (int k = 0; k < Inputs; k++, words += 16) values[k] = BFloat16.Widen(*words >> shift);
        }
        else
        {
            float* floats = (float*)panel + column;
            for (int k = 0; k < Inputs; k++, floats += Tile.PanelWidth) values[k] = *floats;
        }

        GC.KeepAlive(this);
    }

    public void Dispose() => _panels.Dispose();

    private int Columns(int panel) => Math.Min(Tile.PanelWidth, Outputs - panel * Tile.PanelWidth);

    private byte* Panel(int panel) => (byte*)_panels.Pointer + (nint)panel * Inputs * _rowBytes;
}
