using Npgsql;
using SocialPolicy.Indicators.Domain.Observations;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>Rows of one year, column by column, as the database takes them. A column that says nothing is not sent.</summary>
internal sealed class ObservationColumns(int capacity)
{
    private readonly List<int> indicators = new(capacity);
    private readonly List<int> units = new(capacity);
    private readonly List<int> parts = new(capacity);
    private readonly List<short> periods = new(capacity);
    private readonly List<bool> estimates = new(capacity);
    private readonly List<bool> officials = new(capacity);
    private readonly List<bool?> achieved = [];
    private readonly List<decimal?> values = new(capacity);
    private readonly List<decimal?> numerators = [];
    private readonly List<decimal?> denominators = [];
    private readonly List<string?> notes = [];

    public int Count => indicators.Count;

    public bool IsFull => Count == capacity;

    public short Year { get; private set; }

    public void Add(ObservationKey key, Measurement said)
    {
        Year = key.Period.Year;
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

    public void Clear()
    {
        indicators.Clear();
        units.Clear();
        parts.Clear();
        periods.Clear();
        estimates.Clear();
        officials.Clear();
        achieved.Clear();
        values.Clear();
        numerators.Clear();
        denominators.Clear();
        notes.Clear();
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
