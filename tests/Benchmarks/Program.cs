using SocialPolicy.Benchmarks;
using SocialPolicy.Benchmarks.Reading;

return args switch
{
    ["serve", var workload, var side] => await ServerProcess.Serve(Catalogue.Served(workload), Enum.Parse<Side>(side)),
    ["allocations"] => ReadingAllocations.Run(),
    [var suite, .. var options] when Catalogue.Suites.Contains(suite) && Plan.TryParse(options, out var plan) => await Runner.Run(suite, plan),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine($"benchmarks {string.Join('|', Catalogue.Suites)} [--pairs N, at least {Plan.FewestPairs}] [--seconds S]");
    return 64;
}
