using System.IO.Compression;
using Microsoft.ML;

namespace Predictors.Plugins.MlRegression.Training;

/// <summary>Microsoft.ML's own model file.</summary>
internal static class MicrosoftMlArchive
{
    private static readonly DateTimeOffset Undated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Saves a model; without the time of day that Microsoft.ML writes, so that the same model gives the same bytes.</summary>
    public static byte[] Save(MLContext context, ITransformer model, DataViewSchema schema)
    {
        using var saved = new MemoryStream();
        context.Model.Save(model, schema, saved);
        using var source = new ZipArchive(saved, ZipArchiveMode.Read);
        using var undated = new MemoryStream();
        using (var target = new ZipArchive(undated, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (ZipArchiveEntry entry in source.Entries)
            {
                ZipArchiveEntry copy = target.CreateEntry(entry.FullName, CompressionLevel.SmallestSize);
                copy.LastWriteTime = Undated;
                using Stream from = entry.Open();
                using Stream to = copy.Open();
                from.CopyTo(to);
            }
        }

        return undated.ToArray();
    }
}
