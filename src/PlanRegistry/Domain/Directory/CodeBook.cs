using SocialPolicy.BuildingBlocks.Domain.Rules;
using SocialPolicy.PlanRegistry.Domain.Directory.Rules;

namespace SocialPolicy.PlanRegistry.Domain.Directory;

/// <summary>Whose code is which: those of the directory, and those that an import brings.</summary>
internal sealed class CodeBook(IEnumerable<(string Code, Guid Id)> known, DateTimeOffset at)
{
    private readonly Dictionary<string, Guid> owners = known.ToDictionary(pair => pair.Code, pair => pair.Id, StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public Guid IdOf(string code) => owners[code];

    public Guid? IdOfAny(string? code) => string.IsNullOrEmpty(code) ? null : owners[code];

    /// <summary>Gives a row its codes: the first says who it is. Returns those that are another's.</summary>
    public IReadOnlyList<IRule> Take(string path, IReadOnlyList<string> codes)
    {
        if (!owners.TryGetValue(codes[0], out var id))
            id = Guid.CreateVersion7(at);
        var broken = new List<IRule>();
        foreach (var code in codes)
        {
            var free = taken.Add(code) && (!owners.TryGetValue(code, out var owner) || owner == id);
            if (free)
                owners[code] = id;
            else
                broken.Add(new CodesBelongToOne($"{path}.codes", code, free));
        }

        return broken;
    }

    public IEnumerable<IRule> Unknown(string path, IEnumerable<string?> codes) =>
        codes.Where(code => !string.IsNullOrEmpty(code)).Select(code => new CodesAreInTheDirectory(path, code!, owners.ContainsKey(code!)));
}
