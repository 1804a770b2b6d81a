using System.Globalization;
using SocialPolicy.BuildingBlocks.Domain.Rules;

namespace SocialPolicy.BuildingBlocks.Service.Paging;

/// <summary>A page size is 0 for the default, or from 1 to the limit the list states.</summary>
/// <param name="Size">As requested.</param>
/// <param name="Largest">The limit of the list.</param>
public sealed record PageSizesStayInRange(int Size, int Largest) : IRule
{
    public bool IsBroken => Size < 0 || Size > Largest;
    public string Reason => "PAGE_SIZE_OUT_OF_RANGE";
    public string Message => $"page_size is 0 for the default, or 1 to {Largest}; it was {Size}.";
    public RuleKind Kind => RuleKind.Input;
    public string Field => "page_size";

    public IReadOnlyDictionary<string, string> Facts =>
        new Dictionary<string, string> { ["largest"] = Largest.ToString(CultureInfo.InvariantCulture) };
}
