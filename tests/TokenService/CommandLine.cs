using System.Diagnostics;

namespace SocialPolicy.TokenService.FunctionalTests;

/// <summary>What a command said.</summary>
internal sealed record Said(int ExitCode, string Output, string Errors);

/// <summary>The built <c>spp</c> in a process of its own, over a data folder and a home of its own.</summary>
internal sealed class CommandLine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("spp-");

    public CommandLine() => Directory.CreateDirectory(Path.Combine(Data, "secrets"));

    public string Data => Path.Combine(root.FullName, "data");

    public string Home => Path.Combine(root.FullName, "home");

    public string TokensFolder => Path.Combine(Data, "secrets", "tokens");

    /// <summary>Variables it is given besides.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    public async Task<Said> Run(params string[] arguments)
    {
        using var process = Begin(arguments);
        process.StandardInput.Close();
        return await End(process);
    }

    public async Task<Said> RunWith(string input, params string[] arguments)
    {
        using var process = Begin(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        return await End(process);
    }

    /// <summary>Starts it; a test talks to it meanwhile.</summary>
    public Process Begin(params string[] arguments)
    {
        string[] data = arguments.Contains("--data") ? [] : ["--data", Data];
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "spp.dll"), .. arguments, .. data])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_CONFIG_HOME"] = Home;
        start.Environment["NO_PROXY"] = "127.0.0.1,localhost";
        foreach (var variable in (string[])["SPP_DATA", "SPP_CLIENT_ID", "SPP_CLIENT_SECRET", "SPP_AUTHORITY", "SPP_TLS_AUTHORITY", "SPP_SIGN_IN"])
            start.Environment.Remove(variable);
        foreach (var (variable, value) in Variables)
            start.Environment[variable] = value;
        return Process.Start(start)!;
    }

    public static async Task<Said> End(Process process)
    {
        using var deadline = new CancellationTokenSource(Patience);
        await using var _ = deadline.Token.Register(() => process.Kill());
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, output, await errors);
    }

    public void Dispose() => root.Delete(recursive: true);
}
