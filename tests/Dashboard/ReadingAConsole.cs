using SocialPolicy.Dashboard.FunctionalTests.Setting;

namespace SocialPolicy.Dashboard.FunctionalTests;

public sealed class ReadingAConsole : WithADashboard
{
    [Fact]
    public async Task Shows_its_last_lines_without_any_script()
    {
        Show("first", "second <b>bold</b>", "Kế hoạch đã công bố");

        var lines = await Lines("/resources/planregistry");

        lines.ShouldBe(["first", "second <b>bold</b>", "Kế hoạch đã công bố"]);
    }

    [Fact]
    public async Task Finds_lines_without_any_script()
    {
        Show("plan published", "nothing", "Plan amended");

        (await Lines("/resources/planregistry?find=plan")).ShouldBe(["plan published", "Plan amended"]);
    }

    [Fact]
    public async Task Leaves_out_the_colours_of_a_terminal()
    {
        Show("\e[32minfo\e[0m: \e]0;title\a done", "plain [0m text");

        (await Lines("/resources/planregistry")).ShouldBe(["info:  done", "plain [0m text"]);
    }

    [Fact]
    public async Task Goes_on_with_every_new_line()
    {
        Show("before");
        await Lines("/resources/planregistry");
        using var console = await Events.Open(Dashboard.Http, "/resources/planregistry/log");
        (await console.Next()).EventType.ShouldBe("begin");
        (await console.Next()).Data.ShouldBe("before");

        Dashboard.Host.Write("planregistry", "after");

        (await console.Next()).Data.ShouldBe("after");
    }

    private void Show(params string[] lines)
    {
        Dashboard.Host.Show(Resource("planregistry"));
        foreach (var line in lines)
            Dashboard.Host.Write("planregistry", line);
    }

    private async Task<IEnumerable<string>> Lines(string path)
    {
        await Dashboard.Page("/", page => page.QuerySelectorAll("tbody tr").Length is 1);
        return (await Dashboard.Page(path)).QuerySelectorAll(".console li").Select(line => line.TextContent);
    }
}
