using SocialPolicy.AppHost.Tests.FullSystem;
using Xunit.Abstractions;

namespace SocialPolicy.AppHost.Tests.Faults;

/// <summary>The table of a run: with the test's output, and line by line in artifacts/tests/faults-ROUND.txt for those who wait.</summary>
internal sealed class FaultReport
{
    private readonly ITestOutputHelper output;
    private readonly string path;

    public FaultReport(ITestOutputHelper output, int round)
    {
        this.output = output;
        path = Repository.At($"artifacts/tests/faults-{round}.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(path);
    }

    public void Add(string line)
    {
        output.WriteLine(line);
        File.AppendAllText(path, line + Environment.NewLine);
    }
}
