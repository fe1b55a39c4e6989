using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Predictors.Abstractions;

namespace Predictors.Hosting;

/// <summary>What a DLL's metadata tells before anything of it is loaded.</summary>
internal sealed class PluginFile
{
    private PluginFile(string file, MetadataReader metadata)
    {
        File = file;
        FullPath = Path.GetFullPath(file);
        Name = metadata.GetString(metadata.GetAssemblyDefinition().Name);
        Mvid = metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
        TargetFramework = ReadTargetFramework(metadata);
        References = metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
            .GroupBy(r => metadata.GetString(r.Name), r => r.Version, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Max()!, StringComparer.Ordinal);
        DefinesContract = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition).Any(t =>
            metadata.StringComparer.Equals(t.Name, nameof(IIdlePredictor))
            && metadata.StringComparer.Equals(t.Namespace, typeof(IIdlePredictor).Namespace!));
    }

    /// <summary>The path as it was given or found.</summary>
    public string File { get; }

    public string FullPath { get; }

    /// <summary>The assembly's simple name.</summary>
    public string Name { get; }

    /// <summary>The identity of this very build.</summary>
    public Guid Mvid { get; }

    /// <summary>Such as <c>.NETCoreApp,Version=v10.0</c>; null where the assembly does not tell.</summary>
    public string? TargetFramework { get; }

    /// <summary>Names and versions of the assemblies that this one was compiled against.</summary>
    public IReadOnlyDictionary<string, Version> References { get; }

    /// <summary>Whether the contract's types are compiled into this assembly.</summary>
    public bool DefinesContract { get; }

    /// <summary>Whether the plugin registers its predictors through a service collection.</summary>
    public bool ReferencesModuleContract => References.ContainsKey(ContractAssemblies.ModuleContract.Name!);

    public bool ReferencesContract => References.ContainsKey(ContractAssemblies.Contract.Name!) || ReferencesModuleContract;

    /// <summary>Reads a DLL's metadata.</summary>
    /// <param name="file">The DLL.</param>
    /// <returns>What it tells; null for a library of native code.</returns>
    /// <exception cref="BadImageFormatException">The file is no DLL, or a damaged one.</exception>
    public static PluginFile? Read(string file)
    {
        using var image = new PEReader(System.IO.File.OpenRead(file));
        try
        {
            return image.HasMetadata ? new PluginFile(file, image.GetMetadataReader())
                : image.PEHeaders.PEHeader is null ? throw new BadImageFormatException()
                : null;
        }
        catch (Exception e) when (e is not (BadImageFormatException or IOException))
        {
            // Damaged metadata makes the reader throw others too, such as OverflowException.
            throw new BadImageFormatException(e.Message, e);
        }
    }

    private static string? ReadTargetFramework(MetadataReader metadata)
    {
        foreach (CustomAttributeHandle handle in metadata.GetAssemblyDefinition().GetCustomAttributes())
        {
            CustomAttribute attribute = metadata.GetCustomAttribute(handle);
            if (attribute.Constructor.Kind == HandleKind.MemberReference
                && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
                && metadata.StringComparer.Equals(metadata.GetTypeReference((TypeReferenceHandle)parent).Name, "TargetFrameworkAttribute"))
            {
                BlobReader value = metadata.GetBlobReader(attribute.Value);
                value.ReadUInt16();
                return value.ReadSerializedString();
            }
        }

        return null;
    }
}
