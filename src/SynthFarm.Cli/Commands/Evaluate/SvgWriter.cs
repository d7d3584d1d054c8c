using System.Globalization;
using System.Xml;

namespace SynthFarm.Cli.Commands.Evaluate;

/// <summary>Writes the few shapes of a plot. Coordinates are in pixels from the upper left corner, to a tenth.</summary>
internal sealed class SvgWriter(XmlWriter writer)
{
    private const string Namespace = "http://www.w3.org/2000/svg";

    public void Begin(int width, int height)
    {
        writer.WriteStartElement("svg", Namespace);
        Attributes(("viewBox", $"0 0 {width} {height}"), ("font-family", "sans-serif"), ("font-size", "13"));
        Shape("rect", ("width", $"{width}"), ("height", $"{height}"), ("fill", "#ffffff"));
    }

    public void End() => writer.WriteEndElement();

    public void Line(double x1, double y1, double x2, double y2, string colour, int width) =>
        Shape("line", ("x1", Pixel(x1)), ("y1", Pixel(y1)), ("x2", Pixel(x2)), ("y2", Pixel(y2)), ("stroke", colour), ("stroke-width", $"{width}"));

    public void Polyline(IEnumerable<(double X, double Y)> points, string colour) => Shape(
        "polyline", ("points", string.Join(' ', points.Select(point => $"{Pixel(point.X)},{Pixel(point.Y)}"))), ("fill", "none"), ("stroke", colour), ("stroke-width", "2"));

    public void Circle(double x, double y, string colour) => Shape("circle", ("cx", Pixel(x)), ("cy", Pixel(y)), ("r", "3"), ("fill", colour));

    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>: which part of the text stands at x.</param>
    public void Text(double x, double y, string text, string anchor = "start")
    {
        writer.WriteStartElement("text", Namespace);
        Attributes(("x", Pixel(x)), ("y", Pixel(y)), ("text-anchor", anchor));
        writer.WriteString(text);
        writer.WriteEndElement();
    }

    private static string Pixel(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private void Shape(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        writer.WriteStartElement(name, Namespace);
        Attributes(attributes);
        writer.WriteEndElement();
    }

    private void Attributes(params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
        {
            writer.WriteAttributeString(name, value);
        }
    }
}
