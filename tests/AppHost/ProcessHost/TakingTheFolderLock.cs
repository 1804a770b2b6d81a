using Aspire.Hosting;
using Aspire.Hosting.Data;

namespace SocialPolicy.AppHost.Tests.ProcessHost;

public sealed class TakingTheFolderLock : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Is_one_at_a_time_and_leaves_no_file()
    {
        var data = new DataFolder(folder["data"]);
        using (data.Take())
            Should.Throw<HostException>(data.Take).ExitCode.ShouldBe(HostException.AlreadyRunning);

        Directory.GetFiles(data.Run).ShouldBeEmpty();
        data.Take().Dispose();
    }

    [Fact]
    public async Task Does_not_depend_on_the_name_of_the_folder()
    {
        var data = new DataFolder(folder["data"]);
        data.Take().Dispose();
        // What a link was when the root was resolved, it need not be any more.
        Directory.Move(folder["data"], folder["elsewhere"]);
        File.CreateSymbolicLink(folder["data"], folder["elsewhere"]);

        using var held = await Task.Run(data.Take).WaitAsync(TimeSpan.FromSeconds(20));

        File.Exists(folder["elsewhere/run/lock"]).ShouldBeTrue();
    }
}
