using SocialPolicy.Supply;

if (args is not [var repository, var packages, var target])
{
    Console.Error.WriteLine("Usage: Supply REPOSITORY PACKAGES FILE");
    return 2;
}

Directory.CreateDirectory(Path.GetDirectoryName(target)!);
await File.WriteAllTextAsync(target, BillOfMaterials.Write(LockFiles.Packages(repository), new Licences(packages)));
return 0;
