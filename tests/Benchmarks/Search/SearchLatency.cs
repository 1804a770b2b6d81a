namespace SocialPolicy.Benchmarks.Search;

/// <summary>How long a search takes over 2,000 plans, beside the same words asked of the database without any order.</summary>
internal sealed class SearchLatency : Workload
{
    public override string Suite => "search";

    public override string Name => "search-p95";

    public override string Unit => "ms";

    public override Better Better => Better.Less;

    public override double? Ceiling => 50;

    public override async Task<IMeasured> Open(Side side)
    {
        var register = await GrownRegister.Ready;
        return side is Side.Limit ? new Asking(register.Match) : new Asking(register.Search);
    }
}
