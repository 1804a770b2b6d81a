namespace SocialPolicy.PlanRegistry.FunctionalTests.Owners;

/// <summary>The sample plans of the repository.</summary>
internal static class Samples
{
    public static string Plan(string name) => Path.Combine(Root(), "samples", "plans", $"{name}.txt");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SocialPolicyPlatform.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        return folder.FullName;
    }
}
