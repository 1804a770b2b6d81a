using Dapper;
using SocialPolicy.BuildingBlocks.Service.Requests;

namespace SocialPolicy.Indicators.Service.Observations;

/// <summary>
/// The parts that the rows of a batch name, by numbers of their own until they are kept. Rows may be judged while earlier ones are kept:
/// a number is known to who keeps a row before he has the row.
/// </summary>
internal sealed class PartsOfBatch
{
    private const string Keep = """
        insert into indicator_parts (indicator, part) select * from unnest(@indicators, @parts) on conflict do nothing;
        select p.key from unnest(@indicators, @parts) with ordinality as asked (indicator, part, number)
        join indicator_parts p using (indicator, part) order by asked.number
        """;

    private readonly Lock gate = new();
    private readonly Dictionary<(int Indicator, string Part), int> numbers = [];
    private readonly List<(int Indicator, string Part)> named = [];

    /// <summary>The number of a part, from 1; 0 for the whole.</summary>
    public int NumberOf(int indicator, string part)
    {
        if (part.Length == 0)
            return 0;
        lock (gate)
        {
            if (numbers.TryGetValue((indicator, part), out var number))
                return number;
            named.Add((indicator, part));
            return numbers[(indicator, part)] = named.Count;
        }
    }

    /// <summary>The keys of the parts by their numbers, those that were not there before kept.</summary>
    public async Task<int[]> Keys(Work work)
    {
        (int Indicator, string Part)[] asked;
        lock (gate)
            asked = [.. named];
        if (asked.Length == 0)
            return [0];
        var keys = await work.Connection.QueryAsync<int>(work.Sql(
            Keep, new { indicators = asked.Select(part => part.Indicator).ToArray(), parts = asked.Select(part => part.Part).ToArray() }));
        return [0, .. keys];
    }
}
