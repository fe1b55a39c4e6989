namespace Predictors.Reporting;

/// <summary>A file that a result was made with.</summary>
/// <param name="Name">Its name, without the folder.</param>
/// <param name="Sha256">The SHA-256 of its bytes, in lower-case hexadecimal digits.</param>
public sealed record ManifestFile(string Name, string Sha256);
