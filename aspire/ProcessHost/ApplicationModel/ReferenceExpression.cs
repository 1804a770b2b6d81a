using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A text with values in it that are known later: addresses, parameters, connection strings.</summary>
public sealed class ReferenceExpression : IValueProvider
{
    private readonly string format;
    private readonly IReadOnlyList<IValueProvider> values;

    private ReferenceExpression(string format, IReadOnlyList<IValueProvider> values)
    {
        this.format = format;
        this.values = values;
    }

    /// <summary>Takes an interpolated string whose holes are endpoints, their properties, parameters or other resources.</summary>
    public static ReferenceExpression Create(in ExpressionInterpolatedStringHandler handler) => handler.Expression();

    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default)
    {
        var known = new object?[values.Count];
        for (var i = 0; i < known.Length; i++)
            known[i] = await values[i].GetValueAsync(cancellationToken);
        return string.Format(CultureInfo.InvariantCulture, format, known);
    }

    /// <summary>Collects the parts of the interpolated string; the compiler calls it.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct ExpressionInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        private readonly StringBuilder format = new(literalLength);
        private readonly List<IValueProvider> values = new(formattedCount);

        public void AppendLiteral(string value) => format.Append(Escape(value));

        public void AppendFormatted(string? value) => format.Append(Escape(value ?? ""));

        public void AppendFormatted<T>(T valueProvider)
            where T : IValueProvider
        {
            format.Append(CultureInfo.InvariantCulture, $"{{{values.Count}}}");
            values.Add(valueProvider);
        }

        public void AppendFormatted<T>(IResourceBuilder<T> valueProvider)
            where T : IResource, IValueProvider => AppendFormatted(valueProvider.Resource);

        internal ReferenceExpression Expression() => new(format.ToString(), values);

        private static string Escape(string literal) =>
            literal.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
    }
}
