namespace SocialPolicy.Cli.Output;

/// <summary>Reads lists to their end.</summary>
internal static class Pages
{
    /// <summary>Every item of a list that comes in pages.</summary>
    /// <param name="page">Asks for the page of a token and gives its items and the token of the next.</param>
    public static async Task<IReadOnlyList<T>> All<T>(Func<string, Task<(IEnumerable<T> Items, string Next)>> page)
    {
        var all = new List<T>();
        var token = "";
        do
        {
            var (items, next) = await page(token);
            all.AddRange(items);
            token = next;
        }
        while (token.Length > 0);
        return all;
    }
}
