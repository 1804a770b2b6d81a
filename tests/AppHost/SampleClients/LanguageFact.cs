using System.Diagnostics;
using System.Security.Cryptography;
using SocialPolicy.AppHost.Tests.FullSystem;

namespace SocialPolicy.AppHost.Tests.SampleClients;

/// <summary>Skipped where Debian's Python with its gRPC library is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PythonFactAttribute : FactAttribute
{
    public const string Python = "/usr/bin/python3";

    private static readonly Lazy<string?> Missing = new(() =>
        !File.Exists(Python) ? "python3 is missing: aspire/prerequisites tests"
        : Tool.Succeeds(Python, "-c", "import grpc, google.protobuf") ? null : "python3-grpcio is missing: aspire/prerequisites tests");

    public PythonFactAttribute() => Skip = Missing.Value;
}

/// <summary>Skipped where Node is missing, or the client's packages cannot be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    private const string Client = "samples/clients/node";

    private static readonly Lazy<string?> Missing = new(() =>
        !Tool.Succeeds("node", "--version") ? "node is missing: aspire/prerequisites tests"
        : !Tool.Succeeds("npm", "--version") ? "npm is missing: aspire/prerequisites tests"
        : Installed() ? null : "npm ci did not succeed: no package registry can be reached from here");

    public NodeFactAttribute() => Skip = Missing.Value;

    /// <summary>A copy of the client with its packages, kept until its lock file changes: the sources stay as they are.</summary>
    internal static string Folder { get; } = Repository.At($"artifacts/clients/node-{Hash($"{Client}/package-lock.json")}");

    private static bool Installed()
    {
        var unfinished = $"{Folder}.new";
        if (!Directory.Exists(Folder))
        {
            Directory.CreateDirectory(unfinished);
            Copy(unfinished);
            if (!Tool.Succeeds("npm", "ci", "--ignore-scripts", "--prefix", unfinished))
                return false;
            Directory.Move(unfinished, Folder);
        }

        Copy(Folder);
        return true;
    }

    private static void Copy(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.At(Client)))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
    }

    private static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Repository.At(path))))[..12];
}

internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>True when the command is there and ends with 0 in time.</summary>
    public static bool Succeeds(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (process.WaitForExit(Patience))
                return process.ExitCode == 0;
            process.Kill(entireProcessTree: true);
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
