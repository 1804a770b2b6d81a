using Npgsql;
using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>Rows of one year, column by column, as the database takes them. A column that says nothing is not sent.</summary>
internal sealed class ObservationColumns(short year)
{
    private const int MostRows = 10_000;

    private readonly List<int> indicators = [];
    private readonly List<int> units = [];
    private readonly List<int> parts = [];
    private readonly List<short> periods = [];
    private readonly List<bool> estimates = [];
    private readonly List<bool> officials = [];
    private readonly List<bool?> achieved = [];
    private readonly List<decimal?> values = [];
    private readonly List<decimal?> numerators = [];
    private readonly List<decimal?> denominators = [];
    private readonly List<string?> notes = [];

    public int Count => indicators.Count;

    public bool IsFull => Count == MostRows;

    public short Year => year;

    public void Add(ObservationKey key, Measurement said)
    {
        indicators.Add(key.Indicator);
        units.Add(key.Unit);
        parts.Add(key.Part);
        periods.Add(key.Period.Number);
        estimates.Add(key.Estimate);
        officials.Add(said.Official);
        values.Add(said.Value);
        AddSparsely(achieved, said.Achieved);
        AddSparsely(numerators, said.Numerator);
        AddSparsely(denominators, said.Denominator);
        AddSparsely(notes, said.Note.Length > 0 ? said.Note : null);
    }

    /// <summary>The statement's parameters, in their order.</summary>
    public void Bind(NpgsqlParameterCollection parameters, long batch, bool tellRows)
    {
        parameters.Clear();
        parameters.Add(new NpgsqlParameter<long> { TypedValue = batch });
        parameters.Add(new NpgsqlParameter<short> { TypedValue = Year });
        Bind(parameters, indicators);
        Bind(parameters, units);
        Bind(parameters, parts);
        Bind(parameters, periods);
        Bind(parameters, estimates);
        Bind(parameters, officials);
        Bind(parameters, achieved);
        Bind(parameters, values);
        Bind(parameters, numerators);
        Bind(parameters, denominators);
        parameters.Add(new NpgsqlParameter<List<string?>> { TypedValue = notes, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text });
        parameters.Add(new NpgsqlParameter<bool> { TypedValue = tellRows });
    }

    private static void Bind<T>(NpgsqlParameterCollection parameters, List<T> column) =>
        parameters.Add(new NpgsqlParameter<List<T>> { TypedValue = column });

    // unnest fills a column that is too short with nulls.
    private void AddSparsely<T>(List<T?> column, T? item)
    {
        if (item is null)
            return;
        while (column.Count < Count - 1)
            column.Add(default);
        column.Add(item);
    }
}
