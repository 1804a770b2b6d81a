using SocialPolicy.BuildingBlocks.Service.Storage;
using SocialPolicy.DirectoryCopy;

[assembly: MigrationSet(DirectoryCopyExtensions.MigrationSet, typeof(DirectoryCopyExtensions))]
