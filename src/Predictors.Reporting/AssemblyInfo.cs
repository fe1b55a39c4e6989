using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Predictors.Reporting.Tests")]
